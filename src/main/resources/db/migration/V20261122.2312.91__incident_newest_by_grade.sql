-- The newest incidents of one failure grade are asked for as often as those of one state, and stand as deep in the table.
create index incident_by_grade on incident (failure_grade, seq desc);
