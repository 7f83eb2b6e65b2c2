#include <iostream>
#include <offerkit/version.hpp>

int main() {
    std::cout << "built against offerkit " << offerkit::version() << '\n';
}
