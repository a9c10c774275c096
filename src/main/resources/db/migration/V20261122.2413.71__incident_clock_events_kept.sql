-- What moved a clock is never changed: the clocks are computed from it.
revoke update, delete, truncate on incident_clock_event from ${app};
