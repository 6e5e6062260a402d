"""The changes of what is kept of advocacy, in order."""
