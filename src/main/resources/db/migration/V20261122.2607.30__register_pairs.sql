-- Two syllables that thousands of names share were found by an index that cannot tell their order: all of them were read
-- and sorted to show the first fifty. As rows in the order of the list, the first fifty are the first read.
create table register_system_pair (
    pair text not null,
    code text not null references register_system (code) on delete cascade,
    primary key (pair, code)
);
create index register_system_pair_code on register_system_pair (code);
comment on table register_system_pair is
    'Pairs of letters, none of them ASCII, in the names of the systems there are; kept by triggers on register_system.';

create function register_name_pairs(name_ko text, name_en text) returns text[]
    language sql immutable parallel safe as $$
    select register_pairs(lower(replace(name_ko, ' ', '') || ' ' || name_en))
$$;

create function register_keep_new_pairs() returns trigger language plpgsql as $$
begin
    insert into register_system_pair (pair, code)
    select p.pair, n.code from new_rows n cross join lateral unnest(register_name_pairs(n.name_ko, n.name_en)) as p (pair);
    return null;
end $$;

create function register_keep_changed_pairs() returns trigger language plpgsql as $$
begin
    delete from register_system_pair
     where code in (select n.code from new_rows n join old_rows o on o.id = n.id
                     where (o.name_ko, o.name_en) is distinct from (n.name_ko, n.name_en));
    insert into register_system_pair (pair, code)
    select p.pair, n.code
      from new_rows n join old_rows o on o.id = n.id
     cross join lateral unnest(register_name_pairs(n.name_ko, n.name_en)) as p (pair)
     where (o.name_ko, o.name_en) is distinct from (n.name_ko, n.name_en);
    return null;
end $$;

create trigger register_system_pairs_of_new after insert on register_system
    referencing new table as new_rows for each statement execute function register_keep_new_pairs();
create trigger register_system_pairs_of_changed after update on register_system
    referencing old table as old_rows new table as new_rows
    for each statement execute function register_keep_changed_pairs();

insert into register_system_pair (pair, code)
select p.pair, s.code
  from register_system s cross join lateral unnest(register_name_pairs(s.name_ko, s.name_en)) as p (pair);

alter table register_system drop column pairs; -- and its index with it
