-- With one database user for tables and service, taking UPDATE on rule_version from the service took it from the owner
-- too, and the foreign key that points there is checked with the owner's rights. Two users: the owner has it already.
grant update on rule_version to current_user;
