-- Of what kind the cause is: "the same cause" is a word of the rules for repeated failures, and free text cannot be
-- compared.
alter table incident add column cause_kind text check (cause_kind in
    ('HARDWARE', 'SOFTWARE', 'NETWORK', 'FACILITY', 'CHANGE', 'CAPACITY', 'SECURITY', 'HUMAN', 'EXTERNAL'));
