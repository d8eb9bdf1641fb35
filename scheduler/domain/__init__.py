"""The ground floor: what is true of plan dates, school days and deliveries. No I/O, no clock."""
