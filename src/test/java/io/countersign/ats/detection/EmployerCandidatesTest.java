package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.classify.DataFile;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmployerCandidatesTest {
    private final NameWords words = new NameWords(DataFile.resource("ats", "names.txt"));
    private final RelaySystems systems = new RelaySystems(DataFile.resource("ats", "systems.txt"));

    @ParameterizedTest
    @CsvSource({
        "12:00 p.m, false",
        "1000's, false",
        "1'200, false",
        "2026, false",
        "3M, true",
        "1Password, true",
        "23andMe, true",
        "8 Bit Games, true",
        "Acme 2000, true"
    })
    void aFigureIsNoEmployer(String name, boolean possible) {
        var candidates = new EmployerCandidates(words, systems);
        candidates.add(name, 3, true, true);

        assertThat(candidates.heaviest("")).isEqualTo(Optional.of(name).filter(_ -> possible));
    }
}
