package io.countersign.money.extraction;

import io.countersign.mail.ChargeStatus;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What schema.org markup of a mail says about a charge.
 *
 * @param type as in the markup: "Order", "FlightReservation"
 * @param whole false where the amount is that of an item, not of the order
 */
record SchemaCharge(
        String source,
        String type,
        Optional<Money> money,
        boolean whole,
        Optional<String> id,
        Optional<String> merchant,
        Optional<LocalDate> date,
        Optional<ChargeStatus> status) {}
