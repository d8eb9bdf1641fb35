"""The tests mirror the packages; scenarios, house and browser stand beside them."""
