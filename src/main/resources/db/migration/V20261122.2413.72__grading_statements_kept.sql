-- What somebody has said of a duty stays, also when another says otherwise.
revoke update, delete, truncate on grading_duty_statement from ${app};
