"""Forms filled in without a network: a page that stands in the browser, what is taken along, and how it comes back."""
