package io.countersign.approval;

/** Everything that is stored about one person's proposals and decisions. */
public record ApprovalStore(
        ProposalRepository proposals,
        ProposalWriter writer,
        DecisionRepository decisions,
        AutomaticLog automatic,
        EffectJournal journal,
        LocalEntries entries,
        AuditLog audit,
        PolicyCounters counters,
        RequestLog requests,
        FeatureLog features,
        ByHandLog byHand,
        PromotionShares promotionShares) {}
