-- Policy tasks are read in both languages. What was written in one stands in both until somebody writes the other.
alter table remedy_programme rename column title to title_ko;
alter table remedy_programme rename column source to source_ko;
alter table remedy_programme
    add column title_en text check (title_en <> ''),
    add column source_en text check (source_en <> '');
update remedy_programme set title_en = title_ko, source_en = source_ko;
alter table remedy_programme alter column title_en set not null, alter column source_en set not null;

alter table remedy_task rename column title to title_ko;
alter table remedy_task rename column note to note_ko;
alter table remedy_task rename column source to source_ko;
alter table remedy_task
    add column title_en text check (title_en <> ''),
    add column note_en text check (note_en <> ''),
    add column source_en text check (source_en <> '');
update remedy_task set title_en = title_ko, note_en = note_ko, source_en = source_ko;
alter table remedy_task
    alter column title_en set not null,
    add check ((note_ko is null) = (note_en is null)),
    add check ((source_ko is null) = (source_en is null));
