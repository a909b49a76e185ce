package io.countersign.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names of merchants have in common. */
class MerchantKeysTest {
    private final MerchantKeys keys = MerchantKeys.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Amazon.com                  | amazon
            AMAZON.CO.UK                | amazon
            AMZN Mktp US*2K3AB          | amazon
            Amazon EU S.à r.l.          | amazoneu
            The Home Depot              | homedepot
            Home Depot, Inc.            | homedepot
            Door Dash                   | doordash
            DoorDash                    | doordash
            Lowe's                      | lowes
            LOWES.COM                   | lowes
            Relay FM.                   | relayfm
            Bücher Müller GmbH & Co. KG | buchermuller
            Bucher Muller               | buchermuller
            Allegro sp. z o.o.          | allegro
            Żabka Polska Sp. z o.o.     | zabkapolska
            Telefónica S.A.             | telefonica
            Cafe Luna via PayPal        | cafeluna
            PAYPAL *STEAM GAMES         | steamgames
            SQ *BLUE BOTTLE             | bluebottle
            UBER *TRIP                  | uber
            PayPal                      | paypal
            Google Play                 | googleplay
            GmbH                        | gmbh
            Straße                      | strasse
            株式会社サンプル                 | 株式会社サンフル
            """)
    void namesOfOneMerchantHaveOneKey(String name, String key) {
        assertThat(keys.of(name).text()).isEqualTo(key);
    }

    @Test
    void aNameWithoutLettersHasNoKey() {
        assertThat(keys.of(" *** ,").text()).isEmpty();
        assertThat(keys.of("").text()).isEmpty();
    }

    @Test
    void theKeyOfAKeyIsItself() {
        var random = new Random(1);
        var alphabet = "abcXYZ éß*.&, viapaypalincgmbh株\uD83D\uDE00'()";
        for (int i = 0; i < 20_000; i++) {
            var name = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                name.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            var once = keys.of(name.toString());
            var again = keys.of(String.join(" ", once.words()));
            assertThat(again).as(name.toString()).isEqualTo(once);
        }
    }
}
