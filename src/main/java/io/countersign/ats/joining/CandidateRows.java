package io.countersign.ats.joining;

import io.countersign.ats.WarehouseRows.Numbered;
import io.countersign.ats.WarehouseShare;
import java.util.List;

/**
 * The rows of a warehouse that count. It may hold other candidates: where it names several, only the person's own rows do, and
 * those that name nobody.
 */
record CandidateRows(List<Numbered> counting, WarehouseShare share) {
    static CandidateRows of(List<Numbered> rows, Person person) {
        long candidates = rows.stream()
                .map(numbered -> numbered.row().email())
                .filter(email -> !email.isBlank())
                .distinct()
                .count();
        var counting = rows.stream()
                .filter(numbered -> candidates < 2
                        || numbered.row().email().isBlank()
                        || person.is(numbered.row().email()))
                .toList();
        int own = (int) rows.stream()
                .filter(numbered -> person.is(numbered.row().email()))
                .count();
        return new CandidateRows(counting, new WarehouseShare(rows.size(), own, rows.size() - counting.size()));
    }
}
