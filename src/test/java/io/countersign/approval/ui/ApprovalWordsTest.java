package io.countersign.approval.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalWordsTest {
    @ParameterizedTest
    @CsvSource({
        "category:application_confirmation, Kategorie Bewerbung erhalten",
        "category:from_the_future, Kategorie from_the_future",
        "contains:promotion, enthält „promotion“",
        "sender_domain:shop.example, Absender shop.example",
        "moon:full, moon:full"
    })
    void aFeatureIsNamedInThePersonsLanguage(String feature, String said) {
        var texts = Texts.of(Locale.GERMAN);
        var words = new ApprovalWords(texts, new Formats(texts, Locale.GERMAN, Clock.systemUTC()));
        assertThat(words.feature(feature)).isEqualTo(said);
    }
}
