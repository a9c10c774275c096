package io.haetae.notify;

import jakarta.enterprise.context.ApplicationScoped;

/** Calls that are read out, through a gateway. */
@ApplicationScoped
class VoiceSender implements Sender {

    private final Gateways gateways;

    VoiceSender(Gateways gateways) {
        this.gateways = gateways;
    }

    @Override
    public Channel channel() {
        return Channel.VOICE;
    }

    @Override
    public Outcome send(Outgoing delivery) {
        return gateways.send(delivery);
    }
}
