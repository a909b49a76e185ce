package io.countersign.search.ui;

import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.Envelope;
import io.countersign.mail.InMemoryMail;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.Understanding;
import io.countersign.search.Facet;
import io.countersign.search.MessageMatcher;
import io.countersign.search.SearchDesk;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchHit.Kind;
import io.countersign.search.SearchHit.Reason;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import io.countersign.search.SearchResult.Count;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A mailbox of a job seeker, searched by the words that are stored of each mail; everything asked is kept. */
public final class SampleSearch implements SearchDesk {
    public static final Instant NOW = Instant.parse("2026-11-23T10:30:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final Comparator<Message> NEWEST =
            Comparator.comparing((Message mail) -> mail.envelope().receivedAt()).reversed();

    public final InMemoryMail mail = new InMemoryMail();
    public final List<Wanted> asked = new ArrayList<>();
    public final List<Long> snippetsRead = new ArrayList<>();
    public Optional<SearchFailure.Kind> failure = Optional.empty();
    public Extent extent = Extent.WHOLE;
    public Optional<String> didYouMean = Optional.empty();
    public long behind;
    public boolean broken;
    public List<Hit> similar = List.of();
    public int mostMatches = Matches.MOST;
    private boolean unlimited;
    private final List<Message> mails = new ArrayList<>();
    private final List<SavedSearch> saved = new ArrayList<>();

    /** Whom one hears from while looking for work. */
    public static SampleSearch jobSeeker() {
        var sample = new SampleSearch();
        sample.add(
                2,
                Category.INTERVIEW,
                "Hanna Berg",
                "hanna.berg@lumengrid.example",
                "Interview: Senior Data Engineer, Thursday 14:00 CET",
                "Hello Alex, thank you for the good talk. We would like to invite you to an interview with the team on Thursday at 14:00 CET. Please bring the case study; Jonas will join from Oslo.");
        sample.add(
                26,
                Category.APPLICATION_CONFIRMATION,
                "Lumen Grid Careers",
                "jobs@lumengrid.example",
                "We received your application",
                "Thank you for applying for Senior Data Engineer. We read every application and will answer within two weeks, be it an invitation to an interview or not.");
        sample.add(
                30,
                Category.ASSESSMENT,
                "Corvane Talent",
                "talent@corvane.example",
                "Your next step: a short case study before the interview",
                "Before we meet for the interview we would like you to solve a small case study. It should take no longer than ninety minutes.");
        sample.add(
                49,
                Category.REJECTION,
                "Halden Robotics",
                "no-reply@halden-robotics.example",
                "Your application for Analytics Engineer",
                "We were impressed by your interview, and yet decided to go on with another candidate. We keep your application for a year.");
        sample.add(
                75,
                Category.RECRUITER_OUTREACH,
                "Miriam Okafor",
                "miriam@northbridge-search.example",
                "Data platform lead in Bergen - are you open to an interview?",
                "I came across your profile and would love to tell you about a role. Would Tuesday suit you for a first interview by phone?");
        sample.add(
                90,
                Category.RECEIPT,
                "Rail Europe",
                "booking@raileurope.example",
                "Your booking QX7RTP: EUR 89.90",
                "Your journey to the interview in Basel: 26 November, 07:32 from platform 4. Total EUR 89.90, paid by card.");
        sample.add(
                130,
                Category.NEWSLETTER,
                "Product Digest Weekly",
                "digest@productdigest.example",
                "Issue 212: ten dashboards we liked",
                "This week: ten dashboards, an interview with the makers of a query engine, and why medians mislead.");
        sample.add(
                200,
                Category.RECEIPT,
                "Trailhead Courses",
                "billing@trailhead.example",
                "Receipt: SQL for analysts, USD 129.00",
                "Thank you for your order. SQL for analysts, lifetime access. Includes the unit on interview questions.");
        sample.add(
                300,
                Category.JOB_ALERT,
                "JobBeacon",
                "alerts@jobbeacon.example",
                "12 new jobs for “data engineer”",
                "Senior Data Engineer at Quadrant Labs, Analytics Engineer at Fjordbank and ten more; three of them interview this month.");
        sample.add(
                700,
                Category.PERSONAL,
                "Jonas Lind",
                "jonas.lind@posteo.example",
                "Re: mock interview on Saturday?",
                "Saturday works. Let us do the interview as a rehearsal: I ask, you draw on the whiteboard, and afterwards there is cake.");
        sample.add(
                9000,
                Category.EVENT,
                "Data Meetup Oslo",
                "hello@datameetup.example",
                "Panel: what an interview really measures",
                "Three hiring leads and one candidate talk about the interview as a measuring instrument. Doors open at six.");
        sample.saved.add(new SavedSearch(1, "Interviews ahead", "category:interview after:2026-11", Mode.PLAIN));
        sample.saved.add(new SavedSearch(2, "Course receipts", "category:receipt course", Mode.MONEY));
        return sample;
    }

    /** So many mails, all of which contain the word "offer". */
    public static SampleSearch many(int count) {
        var sample = new SampleSearch();
        for (int i = 0; i < count; i++) {
            sample.add(
                    i,
                    Category.PROMOTION,
                    "Kaffeewerk " + i % 50,
                    "offers" + i % 50 + "@kaffeewerk.example",
                    "Offer " + i,
                    "Beans at half price until Sunday, offer " + i);
        }
        return sample;
    }

    /** Gives all that is found, whatever was asked for. */
    public SampleSearch unlimited() {
        unlimited = true;
        return this;
    }

    /** Adds a mail to the end. */
    public void add(long hoursAgo, Category category, String name, String address, String subject, String text) {
        long id = mails.size() + 1L;
        var envelope = new Envelope(
                "m" + id + "@example",
                "local",
                new Address(name, address),
                List.of(new Address("Alex Morgan", "alex@example.com")),
                Optional.empty(),
                subject,
                NOW.minus(Duration.ofHours(hoursAgo)),
                text.substring(0, Math.min(200, text.length())),
                false,
                false,
                4000);
        var state = new MailboxState("INBOX", List.of(), List.of(), true, false, false, false);
        var understanding = Understanding.unknown().withCategory(category, 0.9, List.of());
        var message = new Message(id, id, 1, envelope, state, understanding);
        mails.add(message);
        mail.add(
                message,
                InMemoryMail.text(
                        envelope.from(),
                        subject,
                        text + "\n\nBest regards\n" + name + "\n\n> On Monday Alex wrote:\n> is there any news?"));
    }

    /** A mail by its place, from 0. */
    public Message message(int index) {
        return mails.get(index);
    }

    @Override
    public Found find(Wanted wanted) {
        asked.add(wanted);
        if (broken) {
            throw new IllegalStateException("gone");
        }
        var query = query(wanted);
        var found = found(wanted, query);
        var hits = found.stream()
                .limit(unlimited ? Long.MAX_VALUE : wanted.limit())
                .map(each -> new Hit(each, score(each, wanted.typed()), reasons(each, wanted.typed())))
                .toList();
        return new Found(
                query,
                hits,
                similar,
                found.size(),
                facets(found),
                found.isEmpty() ? didYouMean : Optional.empty(),
                failure,
                extent);
    }

    private static SearchQuery query(Wanted wanted) {
        return wanted.beingTyped() ? SearchQuery.parseTyped(wanted.typed()) : SearchQuery.parse(wanted.typed());
    }

    @Override
    public Matches matches(Wanted wanted, Progress progress) {
        progress.checkCancelled();
        var all = found(wanted, query(wanted)).stream()
                .sorted(NEWEST)
                .map(Message::id)
                .toList();
        return new Matches(all.subList(0, Math.min(mostMatches, all.size())), all.size() > mostMatches);
    }

    private List<Message> found(Wanted wanted, SearchQuery query) {
        var matcher = new MessageMatcher(query);
        return mails.stream()
                .filter(matcher)
                .filter(each -> wanted.narrowed().entrySet().stream()
                        .allMatch(one -> value(each, one.getKey()).equals(one.getValue())))
                .sorted(
                        wanted.order() == Order.NEWEST
                                ? NEWEST
                                : Comparator.comparingDouble((Message each) -> -score(each, wanted.typed())))
                .toList();
    }

    private static double score(Message mail, String typed) {
        boolean subject = mail.envelope()
                .subject()
                .toLowerCase(Locale.ROOT)
                .contains(typed.toLowerCase(Locale.ROOT).strip());
        return (subject ? 3 : 1) + 1.0 / (1 + mail.id());
    }

    private static List<Reason> reasons(Message mail, String typed) {
        boolean subject = score(mail, typed) >= 3;
        return subject
                ? List.of(new Reason(Kind.SUBJECT, 3), new Reason(Kind.RECENT, 1.32), new Reason(Kind.TEXT, 2))
                : List.of(new Reason(Kind.TEXT, 2), new Reason(Kind.CONTACT, 1.5), new Reason(Kind.LATE_STAGE, 1.2));
    }

    private static String value(Message mail, Facet facet) {
        return switch (facet) {
            case CATEGORY -> mail.understanding().category().id();
            case SENDER -> mail.envelope().from().email();
            case STAGE ->
                mail.understanding()
                        .ats()
                        .flatMap(AtsFacts::stage)
                        .map(stage -> stage.id())
                        .orElse("");
            case YEAR ->
                String.valueOf(
                        mail.envelope().receivedAt().atOffset(ZoneOffset.UTC).getYear());
        };
    }

    private static Map<Facet, List<Count>> facets(List<Message> found) {
        var facets = new EnumMap<Facet, List<Count>>(Facet.class);
        for (var facet : Facet.values()) {
            var counts = new TreeMap<String, Long>();
            found.stream()
                    .map(each -> value(each, facet))
                    .filter(value -> !value.isEmpty())
                    .forEach(value -> counts.merge(value, 1L, Long::sum));
            facets.put(
                    facet,
                    counts.entrySet().stream()
                            .map(one -> new Count(one.getKey(), one.getValue()))
                            .sorted(Comparator.comparingLong(Count::mails).reversed())
                            .limit(12)
                            .toList());
        }
        return facets;
    }

    @Override
    public Snippet snippet(SearchQuery query, long messageId) {
        snippetsRead.add(messageId);
        var text = mail.read(messageId).orElseThrow().text().replace('\n', ' ');
        var subject = mail.find(messageId).orElseThrow().envelope().subject();
        var words = query.terms().stream()
                .map(SearchQuery.Term::criterion)
                .filter(SearchQuery.Words.class::isInstance)
                .map(each -> ((SearchQuery.Words) each).text())
                .toList();
        int from = words.stream()
                .mapToInt(word -> text.toLowerCase(Locale.ROOT).indexOf(word))
                .filter(at -> at > 60)
                .min()
                .orElse(0);
        int start = Math.max(0, from - 40);
        start = start == 0 ? 0 : text.indexOf(' ', start) + 1;
        var piece = text.substring(start, Math.min(text.length(), start + 180));
        return new Snippet(piece, marks(piece, words), marks(subject, words));
    }

    private static List<Range> marks(String text, List<String> words) {
        var marks = new ArrayList<Range>();
        var lower = text.toLowerCase(Locale.ROOT);
        for (var word : words) {
            for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length())) {
                marks.add(new Range(at, at + word.length()));
            }
        }
        marks.sort(Comparator.comparingInt(Range::start));
        return marks;
    }

    @Override
    public List<Completion> complete(String typed, int caret) {
        int start = typed.lastIndexOf(' ', Math.max(0, caret - 1)) + 1;
        var term = typed.substring(start, caret);
        return List.of(
                        completion("category:interview", start, caret, Completion.Kind.CATEGORY, 38),
                        completion("category:receipt", start, caret, Completion.Kind.CATEGORY, 212),
                        completion("category:", start, caret, Completion.Kind.OPERATOR, 0),
                        completion("interview", start, caret, Completion.Kind.WORD, 11))
                .stream()
                .filter(each -> each.text().startsWith(term))
                .toList();
    }

    private static Completion completion(String text, int start, int caret, Completion.Kind kind, long mails) {
        return new Completion(text, new Range(start, caret), kind, mails);
    }

    @Override
    public List<SavedSearch> saved() {
        return List.copyOf(saved);
    }

    @Override
    public SavedSearch save(String name, String query, Mode mode) {
        saved.removeIf(each -> each.name().equals(name));
        var kept = new SavedSearch(100 + saved.size(), name, query, mode);
        saved.add(kept);
        return kept;
    }

    @Override
    public void forget(long savedSearch) {
        saved.removeIf(each -> each.id() == savedSearch);
    }

    @Override
    public IndexHealth health() {
        return new IndexHealth("sample", mails.size(), behind, failure);
    }
}
