package io.countersign.ats.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.countersign.mail.Address;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sender is a person, and what they are called. */
class PersonNameTest {
    private final PersonName names = new PersonName(SenderWords.load());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jane Doe                     | jane.doe@acme.example          | Acme           | Jane Doe
            Doe, Jane                    | jane@acme.example              | Acme           | Jane Doe
            Jane Doe (Acme)              | jane@acme.example              | Acme           | Jane Doe
            Jane Doe, Acme               | jane@acme.example              | Acme           | Jane Doe
            Jane Doe at Acme             | no-reply@us.greenhouse-mail.io | Acme           | Jane Doe
            Jane Doe via Workable        | x@candidates.workablemail.com  | Acme           | Jane Doe
            Jane Doe – Acme Talent       | j.d@acme.example               | Acme           | Jane Doe
            Anna-Lena von der Höhe       | avh@acme.example               | Acme           | Anna-Lena von der Höhe
            Seán O’Brien                 | s@acme.example                 | Acme           | Seán O’Brien
            J. R. Smith                  | smith@acme.example             | Acme           | J. R. Smith
            Jane                         | jane@acme.example              | Acme           | Jane
            Jane Doe                     | jane@janestreet.example        | Jane Street    | Jane Doe
            山田 太郎                     | taro@acme.example              | Acme           | 山田 太郎
            """)
    void aPersonIsCalledByTheirName(String name, String address, String company, String found) {
        assertThat(names.of(new Address(name, address), company)).contains(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Acme                         | jobs@acme.example              | Acme
            Acme Robotics                | hello@acmerobotics.example     | Acme Robotics
            Acme Robotics                | hello@acmerobotics.example     | Other
            Blue Yonder                  | mail@blueyonder.example        | x
            Acme Recruiting Team         | careers@acme.example           | Acme
            Acme Talent Acquisition      | talent@acme.example            | Acme
            The Acme Team                | hi@acme.example                | Acme
            Greenhouse                   | no-reply@greenhouse.io         | Acme
            Workable                     | noreply@workablemail.com       | Acme
            Stripe                       | hello@stripe.example           | x
            Bewerbermanagement           | bewerbung@acme.example         | Acme
            jane doe                     | jane@acme.example              | Acme
            J.                           | j@acme.example                 | Acme
            careers@acme.example         | careers@acme.example           | Acme
            No Reply                     | noreply@acme.example           | Acme
            Human Resources              | hr@acme.example                | Acme
            Jane2 Doe3                   | jane@acme.example              | Acme
            """)
    void whatIsNoPersonHasNoName(String name, String address, String company) {
        assertThat(names.of(new Address(name, address), company)).isEmpty();
    }

    @Test
    void anyNameIsReadInBoundedTimeAndNeverThrows() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            var name = new StringBuilder();
            for (int k = random.nextInt(60); k > 0; k--) {
                name.append(
                        random.nextBoolean() ? (char) random.nextInt(0x10000) : "Aa ,(-'.|".charAt(random.nextInt(9)));
            }
            var address = new Address(name.toString(), name.reverse().toString());
            assertThatCode(() -> names.of(address, address.name())).doesNotThrowAnyException();
        }
        assertThat(names.of(new Address("A b".repeat(1_000_000), "x@y.z"), "c ".repeat(100_000)))
                .isEmpty();
    }
}
