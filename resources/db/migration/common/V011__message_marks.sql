-- What tells whether a mail changed, so that what is in memory follows without reading all mail again.

create index message_marks on message (id, version, thread_id);
