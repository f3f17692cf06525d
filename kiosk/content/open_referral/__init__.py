"""Open Referral HSDS 3.0 and its UK profile: a council's services read from a feed, and published as one."""
