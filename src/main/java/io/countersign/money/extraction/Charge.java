package io.countersign.money.extraction;

import io.countersign.money.extraction.IdFinder.Id;
import java.util.Optional;

/**
 * One charge that was found, before it is known who was paid and when.
 *
 * @param money empty where the mail does not say it beyond doubt
 * @param confidence 0..1, by how it was found
 * @param due its label says that it is still to be paid
 * @param sheet the sheet it stands in, by its place among those of the mail
 */
record Charge(
        Optional<Money> money, Optional<Id> id, String evidence, double confidence, boolean due, int sheet, int row) {}
