-- Mailboxes on this computer that are read again: what import_source knows only by a digest, and how far each was read.

create table followed_source (
    user_id         varchar(320)   not null,
    path_key        varchar(36)    not null, -- a digest: paths are too long for an index
    path            varchar(10000) not null, -- absolute, as the person gave it
    kind            varchar(20)    not null,
    first_read_at   timestamp with time zone,
    last_read_at    timestamp with time zone,
    mails           bigint         not null,
    trouble         varchar(20),
    unfinished_from bigint, -- the first mail of a reading that was cancelled or died: policies may not have seen it
    primary key (user_id, path_key)
);

-- How far, in parts of half a megabyte.
create table followed_source_mark (
    user_id  varchar(320) not null,
    path_key varchar(36)  not null,
    part     integer      not null,
    content  bytea        not null,
    primary key (user_id, path_key, part)
);
