package io.countersign.job.power;

import io.countersign.job.PowerSupply;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oshi.SystemInfo;
import oshi.hardware.PowerSource;

/** The batteries of this computer. Where they cannot be read it counts as plugged in. Thread-safe; reads them at each call. */
public final class SystemPower implements PowerSupply {
    private static final double LOW = 0.2;
    private static final Logger LOG = LoggerFactory.getLogger(SystemPower.class);

    @Override
    public boolean isLow() {
        try {
            return isLow(new SystemInfo()
                    .getHardware().getPowerSources().stream()
                            .filter(SystemPower::isOfTheComputer)
                            .map(source -> new Battery(
                                    source.getRemainingCapacityPercent(),
                                    source.isPowerOnLine() || source.isCharging()))
                            .toList());
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The batteries cannot be read", e);
            return false;
        }
    }

    /** Mice and headsets tell how full they are, but not what they hold. */
    private static boolean isOfTheComputer(PowerSource source) {
        return source.getMaxCapacity() > 1;
    }

    /** @param charge 0..1 */
    record Battery(double charge, boolean pluggedIn) {}

    static boolean isLow(Collection<Battery> batteries) {
        return !batteries.isEmpty()
                && batteries.stream().noneMatch(Battery::pluggedIn)
                && batteries.stream().mapToDouble(Battery::charge).max().orElse(1) < LOW;
    }
}
