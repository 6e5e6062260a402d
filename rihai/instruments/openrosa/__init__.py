"""OpenRosa: ODK Collect and its kin fetch forms and send answers (https://docs.getodk.org/openrosa/)."""
