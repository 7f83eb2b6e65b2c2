// The shortest program that starts the C++ library, as every program that uses
// it does before main(). How long it takes to start and end is the yardstick for
// how long offerkit may take to compare three offers. (Without this include the
// linker drops the library, and what is measured is a C program.)
#include <iostream>

int main() {}
