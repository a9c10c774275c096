-- One of its incidents is for those concerned only, and so is what is told of them together.
alter table crisis add column need_to_know boolean not null default false;
