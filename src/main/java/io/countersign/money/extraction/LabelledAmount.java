package io.countersign.money.extraction;

import io.countersign.money.extraction.Labels.Mark;
import java.util.Optional;

/**
 * An amount with what stands beside it.
 *
 * @param label the words that say what it is, as written, at most 80 characters
 * @param mark what they say; empty where they say nothing
 * @param row its row in the sheet
 * @param aside in parentheses
 */
record LabelledAmount(
        Money money, String label, Optional<Mark> mark, Sheet sheet, int row, boolean signed, boolean aside) {

    int weight() {
        return mark.map(Mark::weight).orElse(0);
    }

    boolean isTotal() {
        return weight() > 0;
    }

    boolean isOther() {
        return weight() < 0;
    }

    boolean isCredit() {
        return mark.map(Mark::isCredit).orElse(false);
    }

    boolean isAdded() {
        return mark.map(Mark::isAdded).orElse(false);
    }

    String evidence() {
        var text = sheet.where(row) + ": " + label.strip();
        return text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }
}
