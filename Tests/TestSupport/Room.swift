// The room is built by the commits that follow.
