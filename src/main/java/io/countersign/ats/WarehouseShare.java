package io.countersign.ats;

/**
 * Whose the rows of a warehouse are. Where it names several candidates, only the person's own rows count.
 *
 * @param rows all of the newest reading
 * @param own those with an address of the person
 * @param ofOthers those that are left out, since they are of other candidates
 */
public record WarehouseShare(int rows, int own, int ofOthers) {
    /** Of no warehouse. */
    public static final WarehouseShare NONE = new WarehouseShare(0, 0, 0);

    /** True when rows are left out and none is known to be the person's: their address may be missing. */
    public boolean isNobodys() {
        return own == 0 && ofOthers > 0;
    }
}
