-- The log of changed mail, for whoever keeps a copy of it in another form (a search index). A transaction that changes mail
-- takes the next number from the one row of the clock and so makes others wait: numbers rise in the order of commits.
-- Mail that was stored before this log began counts as changed and forgotten.

create table mail_change_clock (
    id        integer primary key,
    last      bigint not null,
    forgotten bigint not null -- changes up to this one are no longer kept
);
insert into mail_change_clock (id, last, forgotten) values (1, 1, 1);

create table mail_change (
    number     bigint  not null,
    message_id bigint  not null,
    text_too   boolean not null,
    primary key (number, message_id)
);
