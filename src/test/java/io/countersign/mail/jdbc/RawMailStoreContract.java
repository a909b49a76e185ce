package io.countersign.mail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.PackedMail;
import io.countersign.mail.RawLocation;
import io.countersign.mail.RawMailStore;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every place for raw mail promises. */
abstract class RawMailStoreContract {
    abstract RawMailStore store();

    @AfterEach
    void close() {
        store().close();
    }

    @Test
    void everyMailIsReadBackFromWhereItWasStored() {
        var random = new Random(1);
        var mails = random.ints(200, 1, 5000)
                .mapToObj(length -> new PackedMail(length * 1000L + random.nextInt(1000), bytes(random, length)))
                .toList();

        var locations = store().append(mails);

        for (int i = 0; i < mails.size(); i++) {
            assertThat(store().read(locations.get(i))).contains(mails.get(i).content());
        }
    }

    @Test
    void aMailOfManyMegabytesIsStored() {
        var large = new PackedMail(1, bytes(new Random(2), 60_000_000));

        var location = store().append(List.of(large)).getFirst();

        assertThat(store().read(location).orElseThrow()).isEqualTo(large.content());
    }

    @Test
    void whatWasNeverStoredIsAbsent() {
        store().append(List.of(new PackedMail(1, new byte[] {1, 2, 3})));

        assertThat(store().read(new RawLocation(0, 77, 3))).isEmpty();
    }

    static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
