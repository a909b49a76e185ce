package io.countersign.app;

import io.countersign.approval.ApprovalService;
import io.countersign.approval.ApprovalStore;
import io.countersign.approval.Approvals;
import io.countersign.approval.ByHand;
import io.countersign.approval.Learning;
import io.countersign.approval.OnRequest;
import io.countersign.approval.PastProposals;
import io.countersign.approval.Workspace;
import io.countersign.approval.execution.ActionExecutors;
import io.countersign.approval.jdbc.JdbcApprovalStore;
import io.countersign.approval.trust.TrustBook;
import io.countersign.approval.trust.TrustService;
import io.countersign.approval.trust.jdbc.JdbcTrustLog;
import io.countersign.learning.UserWeights;
import io.countersign.learning.jdbc.JdbcCalibrationLog;
import io.countersign.learning.jdbc.JdbcUserWeights;
import io.countersign.mail.MailChanges;
import io.countersign.policy.DefaultPolicies;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyRepository;
import io.countersign.policy.jdbc.DefaultPolicyInstaller;
import io.countersign.policy.jdbc.JdbcPolicyRepository;
import io.countersign.policy.simulation.LiveMatchService;
import io.countersign.policy.simulation.LiveMatches;
import io.countersign.policy.simulation.SimulationService;
import io.countersign.policy.simulation.Simulator;
import io.countersign.shared.db.Database;
import java.time.Clock;

/** Everything about policies, what they propose and what the person decides. */
record DecisionParts(
        Workspace workspace,
        ApprovalStore store,
        UserWeights weights,
        Approvals approvals,
        OnRequest requests,
        ByHand byHand,
        TrustService trust) {
    /** Those of one person; the default policies are installed at the very first start. */
    static DecisionParts of(Database database, String user, MailParts mail, Clock clock) {
        var policies = new JdbcPolicyRepository(database, clock, user);
        var weights = new JdbcUserWeights(database, clock);
        var trustLog = new JdbcTrustLog(database, user);
        var trustBook = new TrustBook(database, policies, trustLog, clock, user.hashCode());
        var workspace = new Workspace(user, clock, database, mail.messages(), policies);
        var store = JdbcApprovalStore.of(database, user, clock.getZone());
        var executors = ActionExecutors.local(mail.reader());
        var learning = Learning.standard(weights, new JdbcCalibrationLog(database));
        var approvals = new ApprovalService(workspace, store, learning, executors, trustBook);
        new DefaultPolicyInstaller(database, policies, clock).installIfEmpty(DefaultPolicies.load(new PolicyJson()));
        return new DecisionParts(
                workspace,
                store,
                weights,
                approvals,
                new OnRequest(workspace, store, learning),
                new ByHand(workspace, store, executors, approvals),
                new TrustService(database, policies, trustLog, trustBook, clock));
    }

    PolicyRepository policies() {
        return workspace.policies();
    }

    LiveMatches liveMatches(MailChanges log) {
        return new LiveMatchService(workspace.messages(), log, workspace.clock());
    }

    Simulator simulator() {
        return new SimulationService(
                workspace.messages(),
                policies(),
                new PastProposals(store.proposals(), store.journal()),
                workspace.clock());
    }
}
