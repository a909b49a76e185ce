-- Mail: what is known of each message, how messages hang together, and on a server the raw mail itself.
-- Lists are text, one entry a line; facts of one feature are JSON as text.

create sequence message_seq;

create table message (
    id                  bigint primary key,
    identity            uuid                     not null unique,
    thread_id           bigint                   not null,
    version             integer                  not null,

    message_id          varchar(500)             not null,
    message_key         bigint                   not null, -- hash of message_id: half the index, a third of its cost
    account             varchar(320)             not null,
    from_name           varchar(320)             not null,
    from_email          varchar(320)             not null,
    recipients          varchar(20000)           not null,
    list_id             varchar(320),
    subject             varchar(2000)            not null,
    received_at         timestamp with time zone not null,
    preview             varchar(300)             not null,
    has_attachment      boolean                  not null,
    unsubscribable      boolean                  not null,
    size                bigint                   not null,

    folder              varchar(320)             not null,
    labels              varchar(10000)           not null,
    assigned_labels     varchar(10000)           not null,
    unread              boolean                  not null,
    starred             boolean                  not null,
    answered            boolean                  not null,
    quarantined         boolean                  not null,

    category            varchar(40)              not null,
    category_confidence double precision         not null,
    evidence            varchar(10000)           not null,
    risk_score          integer                  not null,
    risk_reasons        varchar(10000)           not null,
    expires_at          timestamp with time zone,
    event_at            timestamp with time zone,
    ats                 varchar(10000),
    receipt             varchar(10000),

    raw_segment         integer                  not null,
    raw_offset          bigint                   not null,
    raw_length          integer                  not null,
    defects             varchar(10000)           not null
);

create index message_newest on message (received_at, id);
create index message_thread on message (thread_id);
create index message_key on message (message_key);

-- A hash of each Message-ID that a stored mail has or refers to (and of each subject that was replied to without such a
-- reference), with one mail of that conversation.
create table thread_link (
    hash       bigint primary key,
    message_id bigint not null
);

-- Mails that a reply without references may yet turn out to answer, by hash of subject and participants.
create table thread_subject (
    hash       bigint not null,
    message_id bigint not null,
    primary key (hash, message_id)
);

-- Compressed raw mail where the database is a server; beside an embedded one it lies in segment files.
create table raw_mail (
    id      bigint primary key,
    content bytea not null
);
