package io.countersign.search.lucene;

import io.countersign.mail.Category;
import io.countersign.mail.Stage;
import io.countersign.search.Ranking;
import io.countersign.search.SearchHit;
import io.countersign.search.SearchHit.Kind;
import io.countersign.search.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** What multiplies the score of a mail beside its words, for one segment and one request. Mails are asked for in rising order. */
final class Factors {
    private static final double DAY = 86_400_000.0;
    private static final double NOTICEABLE = 1.05;
    private static final long LATE = bit(Stage.INTERVIEW) | bit(Stage.FINAL_ROUND) | bit(Stage.OFFER);
    private static final double[] RECENT = recent();

    private final SearchRequest request;
    private final NumericDocValues received;
    private final NumericDocValues states;
    private final SortedDocValues senders;
    private final FixedBitSet contacts;
    private final boolean anyContact;
    private final FixedBitSet aboutMode;
    private long state;
    private double recent;
    private boolean contact;
    private boolean mode;

    Factors(SearchRequest request, LeafReader reader) throws IOException {
        this.request = request;
        this.received = DocValues.getNumeric(reader, MailFields.RECEIVED);
        this.states = DocValues.getNumeric(reader, MailFields.STATE);
        this.senders = DocValues.getSorted(reader, MailFields.SENDER);
        this.contacts = contacts(request.contacts(), senders);
        this.anyContact = contacts.cardinality() > 0;
        this.aboutMode = subjects(request.mode().subjectWords(), reader);
    }

    private static long bit(Stage stage) {
        return 1L << MailState.numberOf(stage);
    }

    /** By whole days, until nothing is left to see. */
    private static double[] recent() {
        var factors = new double[20 * Ranking.RECENT_DAYS];
        for (int day = 0; day < factors.length; day++) {
            factors[day] = 1 + Ranking.RECENT * Math.pow(0.5, (double) day / Ranking.RECENT_DAYS);
        }
        return factors;
    }

    private static FixedBitSet contacts(Set<String> contacts, SortedDocValues senders) throws IOException {
        var known = new FixedBitSet(Math.max(1, senders.getValueCount()));
        for (var contact : contacts) {
            int sender = senders.lookupTerm(new BytesRef(contact));
            if (sender >= 0) {
                known.set(sender);
            }
        }
        return known;
    }

    private static FixedBitSet subjects(Set<String> words, LeafReader reader) throws IOException {
        var about = new FixedBitSet(reader.maxDoc());
        for (var word : new HashSet<>(words)) {
            var postings = reader.postings(new Term(MailFields.SUBJECT, word), PostingsEnum.NONE);
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                about.set(postings.docID());
            }
        }
        return about;
    }

    /** Looks at a mail; returns the product of its factors. */
    double look(int doc) throws IOException {
        state = states.advanceExact(doc) ? states.longValue() : 0;
        double days = received.advanceExact(doc)
                ? Math.max(0, (request.now().toEpochMilli() - received.longValue()) / DAY)
                : Double.MAX_VALUE;
        recent = days < RECENT.length ? RECENT[(int) days] : 1;
        contact = anyContact && senders.advanceExact(doc) && contacts.get(senders.ordValue());
        mode = request.mode() != SearchRequest.Mode.PLAIN
                && (aboutMode.get(doc) || request.mode().categories().contains(category()));
        return recent
                * (contact ? Ranking.CONTACT : 1)
                * (MailState.isRisky(state) ? Ranking.GHOSTING_RISK : 1)
                * (isLate() ? Ranking.LATE_STAGE : 1)
                * (mode ? Ranking.MODE : 1);
    }

    private Category category() {
        return MailState.categoryOf(MailState.category(state));
    }

    private boolean isLate() {
        return (LATE >> MailState.stage(state) & 1) == 1;
    }

    /** The state of the mail that was looked at. */
    long state() {
        return state;
    }

    /** When the mail that was looked at was received, in milliseconds. */
    long received() throws IOException {
        return received.longValue();
    }

    /** What raised the mail that was looked at. */
    List<SearchHit.Reason> reasons() {
        var reasons = new ArrayList<SearchHit.Reason>();
        if (recent >= NOTICEABLE) {
            reasons.add(new SearchHit.Reason(Kind.RECENT, recent));
        }
        add(reasons, contact, Kind.CONTACT, Ranking.CONTACT);
        add(reasons, MailState.isRisky(state), Kind.GHOSTING_RISK, Ranking.GHOSTING_RISK);
        add(reasons, isLate(), Kind.LATE_STAGE, Ranking.LATE_STAGE);
        add(reasons, mode, Kind.MODE, Ranking.MODE);
        return reasons;
    }

    private static void add(List<SearchHit.Reason> reasons, boolean applies, Kind kind, float factor) {
        if (applies) {
            reasons.add(new SearchHit.Reason(kind, factor));
        }
    }
}
