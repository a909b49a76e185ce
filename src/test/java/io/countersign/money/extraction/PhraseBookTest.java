package io.countersign.money.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseBookTest {
    private final PhraseBook<String> book = new PhraseBook<>();

    private List<String> found(String text) {
        return book.find(Words.of(text)).stream().map(PhraseBook.Hit::meaning).toList();
    }

    @Test
    void theLongestPhraseCounts() {
        book.add("total", "short");
        book.add("total paid", "long");

        assertThat(found("Total paid: $5, total")).containsExactly("long", "short");
    }

    @Test
    void aPossessiveMayStandInBetween() {
        book.add("confirmacion de reserva", "booked");

        assertThat(found("Confirmación de tu reserva")).containsExactly("booked");
        assertThat(found("Confirmación de una reserva")).isEmpty();
    }

    @Test
    void aWordMayBeOpenAtItsBeginningOrEnd() {
        book.add("*rechnung", "bill");
        book.add("subskrypcj*", "subscription");

        assertThat(found("Ihre Stromrechnung")).containsExactly("bill");
        assertThat(found("za subskrypcję")).containsExactly("subscription");
        assertThat(found("Rechnungen")).isEmpty();
    }

    @Test
    void aWholeWordOutranksAnOpenOne() {
        book.add("*rechnung", "bill");
        book.add("berechnung", "nothing");

        assertThat(found("Berechnung")).containsExactly("nothing");
    }

    @Test
    void openWordsThatSayTooLittleAreRefused() {
        assertThatThrownBy(() -> book.add("re*", "?")).hasMessageContaining("too short");
    }

    @Test
    void aPhraseDoesNotRunIntoTheNextSentence() {
        book.add("total paid", "long");

        assertThat(found("This is the total. Paid leave is another matter.")).isEmpty();
    }
}
