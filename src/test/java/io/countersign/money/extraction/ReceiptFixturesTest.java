package io.countersign.money.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceiptFixturesTest {

    static Stream<Fixture> fixtures() {
        return Stream.of(
                        "europe.txt",
                        "americas-asia.txt",
                        "kinds.txt",
                        "more.txt",
                        "third.txt",
                        "fourth.txt",
                        "fifth.txt",
                        "sixth.txt",
                        "seventh.txt",
                        "eighth.txt",
                        "ninth.txt")
                .map(Fixture::all)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void isReadAsAPersonWouldReadIt(Fixture fixture) {
        assertThat(fixture.differences()).isEmpty();
    }
}
