"""What browsers are told to refuse: the content security policy, and headers for hosts."""
