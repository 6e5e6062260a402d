"""From a finding to the gate: responses, matters, papers, referrals and releases."""
