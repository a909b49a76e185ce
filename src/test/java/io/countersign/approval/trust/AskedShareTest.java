package io.countersign.approval.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class AskedShareTest {
    private static final AskedShare SHARE = new AskedShare(5, AskedShare.TENTH);

    @Test
    void aTenthIsAskedAboutWhateverThePolicy() {
        for (long policy = 1; policy <= 50; policy++) {
            long of = policy;
            assertThat(LongStream.range(0, 10_000)
                            .filter(mail -> SHARE.asks(of, mail))
                            .count())
                    .isBetween(880L, 1120L);
        }
    }

    @Test
    void aMailKeepsItsLotAndPoliciesDrawApart() {
        assertThat(LongStream.range(0, 1000)
                        .filter(mail -> SHARE.asks(1, mail) != new AskedShare(5, AskedShare.TENTH).asks(1, mail)))
                .isEmpty();
        assertThat(LongStream.range(0, 10_000)
                        .filter(mail -> SHARE.asks(1, mail) && SHARE.asks(2, mail))
                        .count())
                .isBetween(60L, 140L);
    }
}
