package io.countersign.approval;

import io.countersign.approval.execution.ActionExecutors;
import io.countersign.approval.jdbc.JdbcApprovalStore;
import io.countersign.approval.trust.TrustBook;
import io.countersign.approval.trust.TrustService;
import io.countersign.approval.trust.jdbc.JdbcTrustLog;
import io.countersign.insight.PolicyStatisticsService;
import io.countersign.insight.jdbc.JdbcPolicyCounts;
import io.countersign.insight.recall.RecallService;
import io.countersign.insight.recall.jdbc.JdbcRecallRecords;
import io.countersign.learning.UserWeight;
import io.countersign.learning.jdbc.JdbcCalibrationLog;
import io.countersign.learning.jdbc.JdbcUserWeights;
import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Envelope;
import io.countersign.mail.MailReader;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.RawMail;
import io.countersign.mail.TestMail;
import io.countersign.mail.Understanding;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.policy.Action;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.jdbc.JdbcPolicyRepository;
import io.countersign.shared.Transactions;
import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A whole desk on one database: mail, policies, approvals and statistics, all real. */
final class Desk implements MailReader, AutoCloseable {
    static final String USER = "me@example.org";
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    final Database database;
    final SettableClock clock;
    final JdbcMessageRepository messages;
    final JdbcPolicyRepository policies;
    final JdbcUserWeights weights;
    final JdbcCalibrationLog calibrations;
    final ApprovalStore store;
    final TrustBook book;
    final TrustService trust;
    final ApprovalService approvals;
    final RecallService recall;
    final PolicyStatisticsService statistics;
    private final Map<Long, ParsedMail> parsed = new HashMap<>();

    Desk(Database database) {
        this(database, java.time.ZoneOffset.UTC);
    }

    Desk(Database database, java.time.ZoneId zone) {
        this.database = database;
        this.clock = new SettableClock(NOW, zone);
        this.messages = new JdbcMessageRepository(database);
        this.policies = new JdbcPolicyRepository(database, clock, USER);
        this.calibrations = new JdbcCalibrationLog(database);
        this.weights = new JdbcUserWeights(database, clock);
        this.store = JdbcApprovalStore.of(database, USER, clock.getZone());
        var log = new JdbcTrustLog(database, USER);
        this.book = new TrustBook(database, policies, log, clock, 1);
        this.trust = new TrustService(database, policies, log, book, clock);
        this.approvals = approvals(ActionExecutors.local(this));
        this.recall = new RecallService(
                new JdbcRecallRecords(database, USER),
                new RecallService.Books(messages, policies, store.byHand(), store.decisions(), database),
                1,
                clock);
        this.statistics = new PolicyStatisticsService(new JdbcPolicyCounts(database, clock), recall, clock);
    }

    /** What a person asks for without a policy. */
    OnRequest requests() {
        return requests(database);
    }

    OnRequest requests(Transactions transactions) {
        return new OnRequest(
                new Workspace(USER, clock, transactions, messages, policies),
                store,
                Learning.standard(weights, calibrations));
    }

    ApprovalService approvals(ActionExecutors executors) {
        var workspace = new Workspace(USER, clock, database, messages, policies);
        return new ApprovalService(workspace, store, Learning.standard(weights, calibrations), executors, book);
    }

    /** Unread in the inbox, a day older the higher the id. */
    static Message mail(long id, Category category, String sender) {
        var envelope = new Envelope(
                "m" + id + "@example.org",
                "local",
                new Address("", sender),
                List.of(new Address("", USER)),
                Optional.empty(),
                "Subject " + id,
                NOW.minus(Duration.ofDays(id)),
                "first words",
                true,
                true,
                1000);
        return new Message(id, id, 0, envelope, TestMail.UNREAD_IN_INBOX, understood(category));
    }

    /** A mail of one of three shops, with these categories in turn. */
    static Message ofShops(long id, List<Category> categories) {
        return mail(id, categories.get((int) (id % categories.size())), "news@shop" + id % 3 + ".example");
    }

    static Understanding understood(Category category) {
        var none = Understanding.unknown();
        return new Understanding(
                category,
                0.9,
                none.evidence(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    void store(Message... mails) {
        new JdbcMailStore(database)
                .insert(Arrays.stream(mails).map(TestMail::stored).toList());
    }

    /** Stores so many mails of the shops, with ids from 1. */
    void storeOfShops(int count, List<Category> categories) {
        store(LongStream.rangeClosed(1, count)
                .mapToObj(id -> ofShops(id, categories))
                .toArray(Message[]::new));
    }

    /** What the whole mail behind a stored one says. */
    void parsed(long id, ParsedMail mail) {
        parsed.put(id, mail);
    }

    Policy policy(String name, int priority, String condition, Action action) {
        var policy = new Policy(
                0, 0, name, "Because.", true, priority, new PolicyJson().condition(condition), action, 0.7, false);
        return policies.add(List.of(policy)).getFirst();
    }

    Policy archivePromotions() {
        return policy("Promotions", 100, "{\"eq\":[\"category\",\"promotion\"]}", new Action.Archive());
    }

    ProposeResult propose() {
        return approvals.propose(_ -> true, Long.MAX_VALUE, false, Progress.none());
    }

    List<Long> pendingIds() {
        return approvals.pending().stream().map(PendingRow::id).sorted().toList();
    }

    BatchResult approve(Long... ids) {
        return approvals.approve(List.of(ids), Progress.none());
    }

    BatchResult reject(Long... ids) {
        return approvals.reject(List.of(ids), Progress.none());
    }

    Message mail(long id) {
        return messages.find(id).orElseThrow();
    }

    MailboxState state(long id) {
        return mail(id).state();
    }

    Map<String, Double> learned() {
        return weights.all(USER).stream().collect(Collectors.toMap(UserWeight::feature, UserWeight::weight));
    }

    List<String> events() {
        return approvals.audit(java.util.OptionalLong.empty(), 1000).stream()
                .map(AuditEntry::event)
                .toList();
    }

    @Override
    public Optional<ParsedMail> read(long messageId) {
        return Optional.ofNullable(parsed.get(messageId));
    }

    @Override
    public Optional<byte[]> raw(long messageId) {
        return Optional.empty();
    }

    /** A mail with these header fields, as name and content in turn. */
    static ParsedMail withHeaders(Optional<String> calendar, String... fields) {
        var headers = new java.util.ArrayList<ParsedMail.Header>();
        for (int i = 0; i < fields.length; i += 2) {
            headers.add(new ParsedMail.Header(fields[i], fields[i + 1]));
        }
        return new ParsedMail(
                headers,
                "",
                Address.NONE,
                List.of(),
                List.of(),
                List.of(),
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                calendar,
                List.of(),
                List.of());
    }

    static String inbox() {
        return RawMail.INBOX;
    }

    @Override
    public void close() {
        database.close();
    }
}
