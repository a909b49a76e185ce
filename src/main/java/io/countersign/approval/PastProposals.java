package io.countersign.approval;

import io.countersign.approval.execution.StateChange;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.policy.Policy;
import io.countersign.policy.simulation.ProposalHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person's proposals as simulations ask for them: what may be proposed again is what a real run may propose again. */
public final class PastProposals implements ProposalHistory {
    private final ProposalRepository proposals;
    private final EffectJournal journal;

    public PastProposals(ProposalRepository proposals, EffectJournal journal) {
        this.proposals = proposals;
        this.journal = journal;
    }

    @Override
    public Past of(List<Message> mails) {
        var earlier = proposals.earlier(mails.stream().map(Message::id).toList());
        var decided = new HashMap<Long, List<Map.Entry<ProposalKey, Earlier>>>();
        for (var entry : earlier.entrySet()) {
            if (entry.getValue().ruling().isPresent()) {
                decided.computeIfAbsent(entry.getKey().messageId(), _ -> new ArrayList<>())
                        .add(entry);
            }
        }
        var effects = journal.standingOn(decided.keySet()).stream()
                .collect(Collectors.groupingBy(EffectJournal.Entry::messageId));
        return new Known(earlier, decided, effects, proposals);
    }

    private record Known(
            Map<ProposalKey, Earlier> earlier,
            Map<Long, List<Map.Entry<ProposalKey, Earlier>>> decided,
            Map<Long, List<EffectJournal.Entry>> effects,
            ProposalRepository proposals)
            implements Past {
        @Override
        public boolean mayPropose(Message mail, Policy policy, boolean revised) {
            var before = earlier.get(new ProposalKey(mail.id(), policy.action()));
            return before == null
                    || Revivals.mayPropose(
                            before,
                            policy,
                            mail,
                            id -> revised
                                    ? Instant.MAX
                                    : proposals.policyChangedAt(id).orElse(Instant.MIN));
        }

        @Override
        public List<Decided> decisions(Message mail) {
            return decided.getOrDefault(mail.id(), List.of()).stream()
                    .flatMap(entry -> decided(mail, entry.getKey(), entry.getValue()))
                    .toList();
        }

        private Stream<Decided> decided(Message mail, ProposalKey key, Earlier proposal) {
            return proposal.ruling().stream()
                    .map(ruling -> new Decided(
                            mail.withState(stateAt(ruling.at(), mail)),
                            ruling.policyId(),
                            key.action(),
                            ruling.approved(),
                            ruling.at()));
        }

        /** Without what this and later decisions did to it. */
        private MailboxState stateAt(Instant at, Message mail) {
            var state = mail.state();
            for (var effect : effects.getOrDefault(mail.id(), List.of()).reversed()) {
                if (!decidedAt(mail.id(), effect.proposalId())
                        .orElse(Instant.MIN)
                        .isBefore(at)) {
                    state = effect.change()
                            .map(StateChange::inverse)
                            .orElseThrow()
                            .applyTo(state);
                }
            }
            return state;
        }

        private Optional<Instant> decidedAt(long messageId, long proposalId) {
            return decided.getOrDefault(messageId, List.of()).stream()
                    .map(Map.Entry::getValue)
                    .filter(proposal -> proposal.id() == proposalId)
                    .findFirst()
                    .flatMap(Earlier::ruling)
                    .map(Earlier.Ruling::at);
        }
    }
}
