-- Names are compared without what people write one way or the other: blanks, dots, brackets, capitals.
create function register_bare(words text) returns text language sql immutable parallel safe strict as $$
    select lower(regexp_replace(words, '[[:space:][:punct:]]+', '', 'g'))
$$;

-- The same without the owner's name, which most names of one owner begin with and which would make all of them alike.
create function register_bare_of(name text, owner text) returns text language sql immutable parallel safe as $$
    select coalesce(nullif(replace(register_bare(name), coalesce(register_bare(owner), ''), ''), ''), register_bare(name))
$$;

-- People search by two syllables, and two syllables have no trigram: with that index alone every such search reads the
-- whole register. Pairs are kept of letters that are not ASCII; what is written in ASCII is searched by more of it.
create function register_pairs(words text) returns text[] language sql immutable parallel safe strict as $$
    select coalesce(array_agg(distinct p.pair), '{}')
      from (select regexp_replace(words, '[\x01-\x7F]+', ' ', 'g') as letters) w
     cross join lateral (
           select substr(w.letters, i, 2) as pair from generate_series(1, length(w.letters) - 1) as i) p
     where position(' ' in p.pair) = 0
$$;

-- What is searched with blanks between the words is found without them too.
alter table register_system
    add column name_bare text not null generated always as (register_bare(name_ko)) stored,
    add column pairs text[] not null generated always as
        (register_pairs(lower(replace(name_ko, ' ', '') || ' ' || name_en))) stored;
create index register_system_name_bare on register_system using gin (name_bare gin_trgm_ops);
create index register_system_pairs on register_system using gin (pairs);
