package io.haetae.register.transfer;

/** Hears how far an import is. */
interface Steps {

    /** Nobody listens. */
    Steps UNHEARD = new Steps() {};

    /** So many rows are in the file, and read. */
    default void read(int rows) {}

    /** So many rows have been looked at by now. */
    default void checked(int rows) {}

    /** So many rows have been written by now; nobody sees them before all are. */
    default void written(int rows) {}
}
