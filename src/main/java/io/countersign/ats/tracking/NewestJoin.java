package io.countersign.ats.tracking;

import io.countersign.ats.ApplicationDecisions;
import io.countersign.ats.WarehouseRows;
import io.countersign.ats.joining.ApplicationJoiner;
import io.countersign.ats.joining.JoinInput;
import io.countersign.ats.joining.JoinedApplications;
import io.countersign.ats.tracking.ApplicationService.Books;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Joins applications anew when mail, decisions or warehouse rows have changed since the last time. Thread-safe. */
final class NewestJoin {
    private final Books books;
    private final ApplicationJoiner joiner;
    private volatile Optional<Snapshot> newest = Optional.empty();

    private record Revision(
            String mails, List<ApplicationDecisions.Decided> decisions, List<WarehouseRows.Numbered> rows) {}

    private record Snapshot(Revision revision, JoinedApplications joined) {}

    NewestJoin(Books books, ZoneId zone) {
        this.books = books;
        joiner = new ApplicationJoiner(zone);
    }

    JoinedApplications joined() {
        var revision = new Revision(
                books.mails().revision(), books.decisions().all(), books.rows().all());
        var known = newest;
        if (known.isPresent() && known.get().revision().equals(revision)) {
            return known.get().joined();
        }
        var joined = joiner.join(new JoinInput(books.mails().all(), revision.decisions(), revision.rows()));
        newest = Optional.of(new Snapshot(revision, joined));
        return joined;
    }
}
