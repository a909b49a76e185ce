package io.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 3 Mar 2026 10:00:00 +0100 | 2026-03-03T09:00:00Z",
                "Tue, 3 Mar 2026 10:00 GMT | 2026-03-03T10:00:00Z",
                "3 Mar 26 10:00:00 EST | 2026-03-03T15:00:00Z",
                "Fri, 21 Nov 97 09:55:06 -0600 (CST) | 1997-11-21T15:55:06Z",
                "Thu Aug 22 12:36:23 2002 | 2002-08-22T12:36:23Z",
                "Mon Oct 28 14:10:16 +0000 2019 | 2019-10-28T14:10:16Z",
                "2019-10-28T14:10:16Z | 2019-10-28T14:10:16Z",
                "2019-10-28 14:10:16 +02:00 | 2019-10-28T12:10:16Z",
                "10/28/2019 2:10:16 PM | 2019-10-28T14:10:16Z",
                "28.10.2019 14:10:16 | 2019-10-28T14:10:16Z",
                "Mo, 28 Okt 2019 14:10:16 +0100 | 2019-10-28T13:10:16Z",
                "Mon, 28 Oct 2019 14.10.16 +0000 | 2019-10-28T14:10:16Z",
                "Mon, 28 Oct 2019 14:10:16.123 +0000 | 2019-10-28T14:10:16Z",
                "Mon, 28 Oct 2019 14:10:16 GMT+0200 | 2019-10-28T12:10:16Z",
                "Wed, 31 Dec 2008 23:59:60 +0000 | 2008-12-31T23:59:59Z",
                "Wed, 15 Dec 2010    59:10 -0500 | 2010-12-15T05:00:00Z",
                "28 Oct 2019 | 2019-10-28T00:00:00Z",
                "Monday, 28-Oct-19 14:10:16 GMT | 2019-10-28T14:10:16Z",
            })
    void commonFormsAreRead(String text, Instant instant) {
        assertThat(MailDates.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<HR>",
                "yesterday",
                "Mon, 30 Jun 3609 15:33:50 +0600",
                "Thu Jan  1 00:00:00 1970",
                "32 Jan 2019 10:00:00",
                "29 Feb 2019 10:00:00",
                "99999999999999999999",
                "+ - : . T 12:"
            })
    void absurdDatesAreNone(String text) {
        assertThat(MailDates.parse(text)).isEmpty();
    }
}
