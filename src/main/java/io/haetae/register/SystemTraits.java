package io.haetae.register;

/** What a system is like, where the answer is one of a few. Absent means that nobody said yet. */
public final class SystemTraits {

    private SystemTraits() {}

    /** Who uses it. */
    public enum Audience {
        /** 대국민. */
        CITIZEN,
        /** 내부 업무. */
        INTERNAL,
        /** 여러 기관이 함께 쓰는 공통 기반. */
        SHARED
    }

    /** Which network it stands in. */
    public enum Zone {
        /** 인터넷망. */
        INTERNET,
        /** 업무망. */
        INTERNAL,
        /** 폐쇄망. */
        CLOSED
    }

    /** Class of its data in the N²SF sense: O, S, C. */
    public enum DataClass {
        OPEN,
        SENSITIVE,
        CLASSIFIED
    }

    /** How far it has moved to a cloud. */
    public enum Cloud {
        NONE,
        PLANNED,
        PARTIAL,
        FULL
    }

    /** How one system depends on another. */
    public enum DependencyType {
        /** Logs in through it. */
        AUTHENTICATION,
        /** Reads or writes its data. */
        DATA,
        /** Reaches its users through it. */
        NETWORK,
        /** Needs its power, cooling or machines. */
        FACILITY,
        /** Is offered through it. */
        CHANNEL
    }
}
