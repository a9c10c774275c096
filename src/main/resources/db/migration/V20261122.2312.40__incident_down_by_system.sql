-- Monitoring asks with every batch of alerts which of its systems are in an open incident. Systems recover, so that this
-- index stays small while the history grows.
create index incident_system_down on incident_system (system) where recovery_level is distinct from 'FULL';
