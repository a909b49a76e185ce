package io.countersign.mail.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.sync.ReadMark.FileMark;
import io.countersign.mail.sync.ReadMark.Listing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadMarkTest {
    private static ReadMark random(Random random) {
        var listings = new HashMap<Long, Listing>();
        var files = new HashMap<Long, FileMark>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var names = random.longs(random.nextInt(50)).sorted().toArray();
            listings.put(random.nextLong(), new Listing(random.nextLong(), names));
        }
        for (int i = random.nextInt(20); i > 0; i--) {
            files.put(
                    random.nextLong(),
                    new FileMark(
                            random.nextLong(),
                            random.nextLong(),
                            random.nextLong(),
                            random.nextLong(),
                            random.nextInt(1000)));
        }
        return new ReadMark(listings, files);
    }

    @Test
    void whatWasWrittenIsRead() {
        for (int seed = 0; seed < 100; seed++) {
            var mark = random(new Random(seed));
            var read = ReadMark.of(mark.bytes());
            assertThat(read.files()).isEqualTo(mark.files());
            assertThat(read.listings().keySet()).isEqualTo(mark.listings().keySet());
            mark.listings().forEach((part, listing) -> {
                assertThat(read.listing(part).modified()).isEqualTo(listing.modified());
                assertThat(read.listing(part).names()).containsExactly(listing.names());
            });
            assertThat(read.mails()).isEqualTo(mark.mails());
        }
    }

    @Test
    void whatIsDamagedOrOfAnotherVersionCountsAsNothing() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var bytes = random(random).bytes();
            assertThat(ReadMark.of(Arrays.copyOf(bytes, random.nextInt(bytes.length)))
                            .mails())
                    .isZero();
            bytes[0] = 9;
            assertThat(ReadMark.of(bytes)).isEqualTo(ReadMark.NOTHING);
            var noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = 1;
            }
            assertThat(ReadMark.of(noise)).isNotNull();
        }
    }
}
