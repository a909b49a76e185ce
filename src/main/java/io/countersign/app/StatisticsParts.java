package io.countersign.app;

import io.countersign.approval.ApprovalStore;
import io.countersign.approval.Workspace;
import io.countersign.insight.InsightDesk;
import io.countersign.insight.InsightService;
import io.countersign.insight.PolicyStatistics;
import io.countersign.insight.PolicyStatisticsService;
import io.countersign.insight.PolicyStatsJob;
import io.countersign.insight.RecallDesk;
import io.countersign.insight.jdbc.JdbcBehindMails;
import io.countersign.insight.jdbc.JdbcPolicyCounts;
import io.countersign.insight.jdbc.JdbcRecount;
import io.countersign.insight.recall.RecallService;
import io.countersign.insight.recall.jdbc.JdbcRecallRecords;
import io.countersign.learning.UserWeights;
import io.countersign.shared.db.Database;

/** How good the policies are. */
record StatisticsParts(PolicyStatistics policies, InsightDesk desk, RecallDesk recall, PolicyStatsJob job) {
    static StatisticsParts of(Database database, Workspace workspace, ApprovalStore store, UserWeights weights) {
        var user = workspace.user();
        var clock = workspace.clock();
        var counts = new JdbcPolicyCounts(database, clock);
        var decisions = store.decisions();
        var recall = new RecallService(
                new JdbcRecallRecords(database, user),
                new RecallService.Books(
                        workspace.messages(), workspace.policies(), store.byHand(), decisions, database),
                user.hashCode(),
                clock);
        var policies = new PolicyStatisticsService(counts, recall, clock);
        var records = new InsightService.Records(
                counts, new JdbcBehindMails(database, clock.getZone()), recall, weights, workspace.messages());
        var books = new PolicyStatsJob.Books(new JdbcRecount(database), recall, decisions, database);
        return new StatisticsParts(
                policies,
                new InsightService(user, records, policies, clock),
                recall,
                new PolicyStatsJob(user, books, clock));
    }
}
