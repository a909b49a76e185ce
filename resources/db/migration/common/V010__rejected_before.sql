-- The batch in which a proposal was rejected before it was proposed again: that decision stands until it is taken back.
alter table proposal add column rejected_in bigint;

update proposal set rejected_in = (
    select max(d.batch_id) from decision d
    where d.proposal_id = proposal.id and not d.approve and d.undone_at is null)
where status = 'pending' and version > 0
    and id in (select proposal_id from decision where not approve and undone_at is null);
