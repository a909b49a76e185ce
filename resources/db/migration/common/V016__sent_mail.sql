-- Whom the person wrote to is asked at every start; without these every mail was read for it.

create index message_folder on message (folder);
create index message_account on message (account, from_email);
