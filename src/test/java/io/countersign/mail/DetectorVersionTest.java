package io.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DetectorVersionTest {
    @Test
    void theVersionFollowsTheReleaseAndTheDataFiles() {
        var files = List.of("/classify/mail.txt", "/classify/job.txt");

        assertThat(DetectorVersion.of("1.0", files))
                .isEqualTo(DetectorVersion.of("1.0", files))
                .startsWith("1.0-");
        assertThat(DetectorVersion.of("1.1", files)).isNotEqualTo(DetectorVersion.of("1.0", files));
        assertThat(DetectorVersion.of("1.0", files.reversed())).isNotEqualTo(DetectorVersion.of("1.0", files));
    }
}
